import "./cursors";
import "./drawing";
import "./joining";
import "./edits";
import "./idle";
import "./rooms";
import "./cold-start";

// All of them, one after the other: about three quarters of an hour.
