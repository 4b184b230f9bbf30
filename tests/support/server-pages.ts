import type { Pages } from "@/server/http/pages";

/** Pages that answer with what they were asked, as JSON: `{ url, headers }`. */
export const pagesThatTell: Pages = {
  async handle({ url, headers }, response) {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ url, headers }));
  },
  upgrade: (_request, socket) => socket.destroy(),
  close: async () => {},
};
