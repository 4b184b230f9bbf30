// Before Excalidraw is evaluated: otherwise its fonts come from the internet.
globalThis.EXCALIDRAW_ASSET_PATH = "/";
