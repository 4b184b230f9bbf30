/** Every bound that the wire has, in one place. Sizes are bytes, times milliseconds, unless a name says otherwise. */

const KIB = 1024;
const MIB = 1024 * KIB;

/** One WebSocket message of a `boardwalk.1` member; longer ones travel in chunks. Above: 1009. */
export const MAX_MESSAGE_BYTES = MIB;
/** A reliable message longer than this is sent in chunks of this size. */
export const CHUNK_BYTES = 256 * KIB;
/** A room's encoded document, and so the largest message that chunks may add up to. */
export const MAX_ROOM_BYTES = 20 * MIB;
/** A room whose document has grown beyond this is told so, once. */
export const LARGE_ROOM_BYTES = 10 * MIB;
/** Fragments of one message of a stock member: Chromium cuts 16 MB into 124. */
export const MAX_FRAGMENTS = 1024;
/** One control message of a member. Above: 4400. */
export const MAX_CONTROL_BYTES = 32 * KIB;
/** How far one client's changes may be counted; of its awareness as well. Two thousand million letters take a lifetime to type. Above: 4400. */
export const MAX_CLOCK = 2 ** 31;
/** Client ids that one connection may be the first to use: one for its document, some for those that Yjs chose after a collision. */
export const MAX_NEW_CLIENT_IDS = 8;
/** One awareness state of a stock member. Above: 4400. */
export const MAX_AWARENESS_BYTES = 4 * KIB;
/** States in one awareness message: a stock client sends on those of all others. Above: 4400. */
export const MAX_AWARENESS_STATES = 1_000;
/** One live frame of a member. Above: 1009. */
export const MAX_LIVE_BYTES = 16 * KIB;
/** Entries in one live frame: a hand has ten fingers, and each may begin, move and end. */
export const MAX_LIVE_ENTRIES = 64;
/** Gestures that one connection may have under way: ten fingers, and some that it forgot to end. The oldest one beyond is cancelled. */
export const MAX_ACTIVE_GESTURES = 16;
/** Shapes named in one live entry; several entries of a gesture add up. */
export const MAX_ENTRY_SHAPES = 200;
/** Shapes that one gesture moves or erases. Nothing is streamed of a larger one: the others see its commit. */
export const MAX_GESTURE_SHAPES = 2_000;
/** Points in one live entry. */
export const MAX_ENTRY_POINTS = 500;
/** Letters of a shape's id in a live entry; all of them printable ASCII. */
export const MAX_LIVE_ID_LENGTH = 64;
/** UTF-16 units of the JSON that tells how a shape looks which is being dragged out. */
export const MAX_DRAFT_LENGTH = 2_048;
/** A place in a text, as the document writes it. */
export const MAX_TEXT_PLACE_BYTES = 64;

/** Live frames a second; above, they are dropped. */
export const LIVE_PER_SECOND = 60;
/** Document updates a second, sustained and at once; above, the member's socket is paused. */
export const UPDATES_PER_SECOND = 200;
export const UPDATES_BURST = 400;
/** How long a member may stay above its rate of updates. Then: 4529. */
export const MAX_PAUSE_MS = 30_000;
/** Other control messages a second, sustained and at once. Above: 4529. */
export const CONTROLS_PER_SECOND = 50;
export const CONTROLS_BURST = 200;
/** Chat messages a second, sustained and at once; above, the message is refused with an error. */
export const CHAT_PER_SECOND = 5;
export const CHAT_BURST = 10;
/** UTF-16 units of a chat message. */
export const MAX_CHAT_LENGTH = 4000;
/** Messages in one page of a chat's history. */
export const CHAT_PAGE = 50;
/** Selected shapes that a member shows the others. */
export const MAX_SHOWN_SELECTION = 200;
/** A client tells what its person does, and what they say at their cursor, at most this often. */
export const PRESENCE_INTERVAL_MS = 100;
/** UTF-16 units of a tool's name. */
export const MAX_TOOL_LENGTH = 32;
/** UTF-16 units of what somebody says at their cursor. */
export const MAX_SAY_LENGTH = 200;
/** Changes of it a second, sustained and at once; above, the change is refused with an error. */
export const SAY_PER_SECOND = 10;
export const SAY_BURST = 20;
/** How long what was said stays to be seen after its last change. */
export const SAY_SHOWN_MS = 5_000;
/** Reactions a second, sustained and at once; above, they are refused with an error. */
export const REACTIONS_PER_SECOND = 4;
export const REACTIONS_BURST = 8;
/** Between two times that one person asks all the others to come. Sooner: refused with an error. */
export const SUMMON_INTERVAL_MS = 5_000;
/** Board units, both ways: as far as the wire goes. */
export const MAX_COORDINATE = 1e9;
/** People whom one chat message may call by name. */
export const MAX_MENTIONS = 20;
/** Shapes that one chat message may point to. */
export const MAX_ATTACHED_SHAPES = 50;
/** UTF-16 units of what is looked for in a chat. */
export const MAX_QUERY_LENGTH = 200;
/** Messages in one page of what a search has found. */
export const SEARCH_PAGE = 20;
/** Searches of a chat a second, sustained and at once; above, they are refused with an error. */
export const SEARCHES_PER_SECOND = 2;
export const SEARCHES_BURST = 10;
/** Messages that wait for a person, as far as they are told. */
export const MAX_NOTIFICATIONS = 50;
/** UTF-16 units of a message's text in a notification. */
export const MAX_EXCERPT_LENGTH = 200;
/** Places pointed out to everybody, a second, sustained and at once; above, they are refused with an error. */
export const LOOKS_PER_SECOND = 1;
export const LOOKS_BURST = 3;
/** Streams of events that one person's pages, and one address, may have open. Above: 429. */
export const MAX_EVENT_STREAMS_PER_USER = 10;
export const MAX_EVENT_STREAMS_PER_ADDRESS = 100;
/** Bytes of events that may wait for whoever does not read them. Above: the stream is cut off. */
export const MAX_UNREAD_EVENT_BYTES = 256 * KIB;
/** Rooms whose people one stream of events tells. */
export const MAX_WATCHED_ROOMS = 50;
/** UTF-16 units of a person's name. */
export const MAX_NAME_LENGTH = 40;
/** UTF-16 units of a room's password. */
export const MAX_PASSWORD_LENGTH = 128;
/** Wrong guesses of passwords and of links' secrets a minute, and how many may wait to be judged, from one address. Above: 429. */
export const WRONG_GUESSES_PER_MINUTE = 30;
export const MAX_WAITING_GUESSES = 200;
/** The longest that an invite or a pen can be limited to. */
export const MAX_ACCESS_MS = 366 * 24 * 60 * 60_000;
/** People whom one invite can be limited to. */
export const MAX_INVITE_USES = 10_000;
/** Invites, bans, pens, and people who have a role of their own or have given the password, that a room may have of each. Above: refused with an error. */
export const MAX_INVITES = 100;
export const MAX_BANS = 1_000;
export const MAX_PENS = 500;
export const MAX_MEMBERSHIPS = 5_000;
/** Changes of access that one connection may make a second, sustained and at once. Above: 4529. */
export const MANAGES_PER_SECOND = 5;
export const MANAGES_BURST = 20;
/** While the chat is slow, a person may write once in this time; sooner, the message is refused with an error. */
export const SLOW_CHAT_MS = 10_000;
/** How long a link to another device can be used. */
export const DEVICE_LINK_MS = 10 * 60_000;
/** Links to other devices that one person may have open; the oldest one beyond ends. */
export const MAX_DEVICE_LINKS = 5;
/** Bytes that a member may take to say what they have: that of 150,000 pages that have drawn. Above: 1009. */
export const MAX_STATE_VECTOR_BYTES = MIB;
/** Clocks that one run of deleted content may take which is brought by somebody who did not draw it: a few words. A longer one is left out, and what is behind it. */
export const MAX_BARE_CLOCKS = 100;
/** Yjs's structs in one room: values, runs of letters, and what was deleted. Each takes 200 to 600 bytes of memory. Above, new work is refused. */
export const MAX_ROOM_STRUCTS = 1_000_000;
/** Sockets in one room, besides those of its owner. Above: 4503. */
export const MAX_MEMBERS = 500;
/** Sockets of one session cookie. Above: 4503. */
export const MAX_CONNECTIONS_PER_USER = 20;
/** Letters of a room's name. Otherwise: 4400. */
export const MIN_ROOM_NAME_LENGTH = 3;
export const MAX_ROOM_NAME_LENGTH = 64;
/** Different rooms that one address may ask for in a minute, unless the operator says otherwise. Above: 4529, and 429 of the API. */
export const ROOM_NAMES_PER_MINUTE = 30;

/** From the opened socket to `hello` or sync step 1. Then: 4508. */
export const HELLO_DEADLINE_MS = 5_000;
/** Between two pings of the server; a member who has not answered the last one is cut off. */
export const PING_INTERVAL_MS = 25_000;
/** A socket that was sent nothing for this long gets a message, since a quiet y-websocket client reconnects after 30 s. */
export const KEEP_ALIVE_MS = 15_000;
/** Over how long the members of a server that restarts come back: so much for each of them, up to a limit. */
export const SPREAD_MS_PER_MEMBER = 10;
export const MAX_SPREAD_MS = 5_000;
/** How long a person who has left still counts, so that a reload is no event. */
export const LEAVE_GRACE_MS = 5_000;
/** How long a slot rests before somebody else gets it, so that a late frame is not taken for theirs. */
export const SLOT_REST_MS = 60_000;
/** Whoever types a chat message says so at most this often; more is passed over. */
export const TYPING_INTERVAL_MS = 2_000;
/** How long somebody who said that they type is taken to do so. */
export const TYPING_MS = 5_000;
/** How long a place is pointed out. */
export const LOOK_MS = 2_000;
/** A client asks for `saved` at most this often. */
export const BARRIER_INTERVAL_MS = 100;
/** A preview without a frame for this long is taken away. */
export const PREVIEW_TIMEOUT_MS = 3_000;
/** How long a point of a laser pointer is seen. */
export const LASER_TRAIL_MS = 1_000;
/** After so long without a change of the board its members are told the digest of it, to compare theirs. */
export const DIGEST_QUIET_MS = 5_000;
/** Droppable frames are skipped for a socket with more than this waiting. */
export const DROPPABLE_MARK_BYTES = 64 * KIB;
/**
 * A socket with so much waiting is given no changes of the board any more until it has taken what waits; then it is given all that it
 * has missed as one. With more of other messages waiting than this it is closed. Long messages on their way do not count.
 */
export const MAX_BUFFERED_BYTES = MIB;
/** A socket that is given no changes and takes nothing of what waits for so long is closed. */
export const STUCK_MS = 10_000;
