// A client generated from the published API (gitea-js from npm), for tests/tracker/foreign.rs.
//
// foreign.mjs FOLDER ADDRESS TOKEN OWNER/NAME
//     FOLDER has the package in its node_modules. The client goes through the calls that the bot makes, and each answer is
//     held against the types that the package ships: no field that they do not know, no value of another kind.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, address, token, repository] = process.argv.slice(2);
const { giteaApi } = createRequire(join(folder, "from.cjs"))("gitea-js");
const types = readFileSync(join(folder, "node_modules/gitea-js/dist/index.d.ts"), "utf8");
const [owner, repo] = repository.split("/");

// Forgejo sends these, too: a login under its name of old, and how somebody wants to be called.
const FORGEJO_TOO = ["username", "pronouns"];

/** Is a value what the published types say? */
function fits(value, type, what) {
  if (value === null) return;
  if (type.endsWith("[]")) {
    assert.ok(Array.isArray(value), `${what} is no list`);
    value.forEach((one, at) => fits(one, type.slice(0, -2), `${what}[${at}]`));
    return;
  }
  const alias = new RegExp(`^type ${type} = (.*);$`, "m").exec(types);
  if (alias) type = alias[1];
  if (["string", "number", "boolean"].includes(type)) {
    assert.equal(typeof value, type, what);
    return;
  }
  const body = new RegExp(`^interface ${type} \\{$([^]*?)^\\}$`, "m").exec(types);
  if (!body) return;
  const fields = new Map();
  let format = "";
  for (const line of body[1].split("\n")) {
    format = /@format (\S+)/.exec(line)?.[1] ?? format;
    const field = /^ {4}(\w+)\??: ([\w[\]]+);$/.exec(line);
    if (field) {
      fields.set(field[1], { type: field[2], format });
      format = "";
    }
  }
  assert.ok(fields.size > 0, `no fields of ${type}`);
  for (const [name, held] of Object.entries(value)) {
    const field = fields.get(name);
    if (!field) {
      assert.ok(FORGEJO_TOO.includes(name) || body[1].includes(`    ${name}`), `${what}.${name} is no field of ${type}`);
      continue;
    }
    fits(held, field.type, `${what}.${name}`);
    if (field.format === "date-time" && held !== null) {
      assert.ok(!Number.isNaN(Date.parse(held)), `${what}.${name} is no time: ${held}`);
    }
    if (field.format === "int64") assert.ok(held === null || Number.isInteger(held), `${what}.${name} is no whole number`);
  }
}

/** What a call answers, when it goes well, held against its type. */
async function got(call, type, status = 200) {
  const { data, status: said } = await call;
  assert.equal(said, status, type);
  fits(data, type, type);
  return data;
}

/** A call that is refused. */
async function refused(call, status) {
  const failed = await call.then(
    () => assert.fail(`it was not refused with ${status}`),
    (answer) => answer,
  );
  assert.equal(failed.status, status);
  assert.equal(typeof failed.error.message, "string");
}

const api = giteaApi(address, { token });
const of = [owner, repo];

assert.ok((await got(api.version.getVersion(), "ServerVersion")).version);
assert.equal((await got(api.user.userGetCurrent(), "User")).login, "rfrbot");
assert.equal((await got(api.repos.repoGet(...of), "Repository")).full_name, repository);

const issue = await got(api.repos.issueGetIssue(...of, 1), "Issue");
assert.deepEqual([issue.number, issue.state, issue.user.login], [1, "open", "nora"]);
const listed = await got(api.repos.issueListIssues(...of, { state: "all", type: "issues", page: 1, limit: 50 }), "Issue[]");
assert.deepEqual(listed.map((one) => one.number), [1]);
assert.equal((await got(api.repos.issueListIssues(...of, { state: "closed" }), "Issue[]")).length, 0);

const first = await got(api.repos.issueCreateComment(...of, 1, { body: "one" }), "Comment", 201);
const second = await got(api.repos.issueCreateComment(...of, 1, { body: "two" }), "Comment", 201);
// Since is by the last change, and what was changed then is among it.
let since = await got(api.repos.issueGetRepoComments(...of, { since: second.updated_at }), "Comment[]");
assert.deepEqual(since.map((one) => one.id), [second.id]);
const edited = await got(api.repos.issueEditComment(...of, first.id, { body: "edited" }), "Comment");
assert.equal(edited.body, "edited");
assert.ok(edited.updated_at > edited.created_at);
since = await got(api.repos.issueGetRepoComments(...of, { since: edited.updated_at }), "Comment[]");
assert.deepEqual(since.map((one) => one.id), [first.id]);
assert.equal((await got(api.repos.issueGetComments(...of, 1), "Comment[]")).length, 2);

const [label] = await got(api.repos.issueListLabels(...of, { page: 1 }), "Label[]");
assert.deepEqual((await got(api.repos.issueAddLabel(...of, 1, { labels: [label.id] }), "Label[]")).map((one) => one.name), ["RFR"]);
assert.equal((await api.repos.issueRemoveLabel(...of, 1, label.id)).status, 204);
assert.deepEqual((await got(api.repos.issueGetIssue(...of, 1), "Issue")).labels, []);

const assigned = await got(api.repos.issueEditIssue(...of, 1, { assignees: ["kevin_f"] }), "Issue", 201);
assert.equal(assigned.assignee.login, "kevin_f");
const closed = await got(api.repos.issueEditIssue(...of, 1, { state: "closed" }), "Issue", 201);
assert.ok(closed.state === "closed" && closed.closed_at);

await refused(api.repos.issueGetIssue(...of, 9999), 404);
await refused(api.repos.issueEditIssue(...of, 1, { assignees: ["nobody-there"] }), 500);
await refused(giteaApi(address, { token: "another" }).repos.issueGetIssue(...of, 1), 401);
console.log("content");
