import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { asBoardId, asUserId, type BoardId } from "@/core/base/ids";
import { dataFiles } from "../data-folder";
import { allMigrations } from "../migrations/all-migrations";
import { missingMigrations } from "../migrations/migrate";
import type {
  BoardsOverview,
  RoomPerson,
  RoomSummary,
} from "../offline-boards";
import { explainDatabaseError } from "./explain-database-error";
import { type OpenDatabase, openForReading } from "./open-database";

/** Only of columns that every version had: the server that would bring the tables up to date need not have run yet. */
const ROOMS = `
  select id, owner,
    coalesce((select sum(length(bytes)) from updates where room = rooms.id), 0)
      + coalesce((select sum(length(bytes)) from snapshots where room = rooms.id), 0)
      + coalesce((select sum(length(cast(text as blob))) from messages where room = rooms.id), 0) as bytes,
    (select count(*) from updates where room = rooms.id) as updates,
    (select count(*) from messages where room = rooms.id) as messages,
    max(created_at,
      coalesce((select max(at) from updates where room = rooms.id), 0),
      coalesce((select max(at) from messages where room = rooms.id), 0)) as changedAt
  from rooms`;

const PEOPLE = `
  select person.user, person.updates,
    (select name from messages where room = @room and author = person.user order by seq desc limit 1) as name,
    person.at as lastAt
  from (
    select user, sum(updates) as updates, max(at) as at from (
      select user, 1 as updates, at from updates where room = @room
      union all
      select author, 0, at from messages where room = @room
    ) group by user
  ) as person
  order by person.at desc, person.user`;

type RoomSummaryRow = Omit<RoomSummary, "id" | "owner"> & {
  readonly id: string;
  readonly owner: string;
};
type PersonRow = Omit<RoomPerson, "user" | "name"> & {
  readonly user: string;
  readonly name: string | null;
};

/** Opens a data folder to look into it, beside a server or without one. Throws a sentence for the operator when it cannot be read. */
export function openOverview(dataDir: string): BoardsOverview {
  const overview = findOverview(dataDir);
  if (overview) return overview;
  throw new Error(
    `There are no boards in "${resolve(dataDir)}": set DATA_DIR to the folder that the server uses.`,
  );
}

/** As `openOverview`, but undefined when there are no boards yet. */
export function findOverview(dataDir: string): BoardsOverview | undefined {
  const file = dataFiles(dataDir).database;
  if (!existsSync(file)) return undefined;
  try {
    return new SqliteOverview(openForReading(file), file);
  } catch (error) {
    throw explainDatabaseError(error, file);
  }
}

class SqliteOverview implements BoardsOverview {
  readonly #open: OpenDatabase;
  readonly #file: string;

  constructor(open: OpenDatabase, file: string) {
    this.#open = open;
    this.#file = file;
  }

  rooms(): RoomSummary[] {
    const query = this.#open.database.prepare<[], RoomSummaryRow>(
      `${ROOMS} order by id`,
    );
    return this.#explain(() => query.all().map(toSummary));
  }

  room(id: BoardId): RoomSummary | undefined {
    const query = this.#open.database.prepare<[string], RoomSummaryRow>(
      `${ROOMS} where id = ?`,
    );
    const row = this.#explain(() => query.get(id));
    return row && toSummary(row);
  }

  people(id: BoardId): RoomPerson[] {
    const query = this.#open.database.prepare<{ room: string }, PersonRow>(
      PEOPLE,
    );
    return this.#explain(() => query.all({ room: id }).map(toPerson));
  }

  async missingMigrations(): Promise<string[]> {
    try {
      return await missingMigrations(this.#open.kysely, allMigrations);
    } catch (error) {
      throw explainDatabaseError(error, this.#file);
    }
  }

  damage(): string | undefined {
    const finding = this.#explain(() =>
      this.#open.database.pragma("quick_check(1)", { simple: true }),
    );
    return finding === "ok" ? undefined : String(finding);
  }

  close(): void {
    this.#open.database.close();
  }

  #explain<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      throw explainDatabaseError(error, this.#file);
    }
  }
}

function toSummary({ id, owner, ...rest }: RoomSummaryRow): RoomSummary {
  return { ...rest, id: asBoardId(id), owner: asUserId(owner) };
}

function toPerson({ user, name, ...rest }: PersonRow): RoomPerson {
  return { ...rest, user: asUserId(user), name: name ?? undefined };
}
