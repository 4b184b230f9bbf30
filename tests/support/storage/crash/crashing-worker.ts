// In this order: the seams must be there before the worker opens anything.
import "./kill-at-seam";
import "@/server/storage/sqlite/sqlite-worker";
