// In this order: the seam must be there before the worker opens anything.
import "./fault-seam";
import "@/server/storage/sqlite/sqlite-worker";
