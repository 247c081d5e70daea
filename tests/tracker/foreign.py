"""What others made, for tests/tracker/foreign.rs.

foreign.py client ADDRESS TOKEN OWNER/NAME
    A client generated from Forgejo's published API (pyforgejo) goes through every call that the bot makes.
foreign.py payloads FOLDER
    Payloads that a real Forgejo sent, one JSON object a line: FOLDER is tests/test_forgejo/events of
    webhook-to-fedora-messaging-messages, whose packages on PyPI leave it out.
"""

import json
import runpy
import sys
from pathlib import Path


def client(address, token, repository):
    from pyforgejo import PyforgejoApi

    owner, name = repository.split("/")
    api = PyforgejoApi(base_url=f"{address}/api/v1", api_key=f"token {token}")
    of = {"owner": owner, "repo": name}

    def known(answer, what):
        """Nothing is in an answer that the published API does not know; types were checked when it was read."""
        # A login is also sent under its name of old.
        extra = set(answer.model_extra or {}) - {"username"}
        assert not extra, f"{what} has fields that the published API does not know: {extra}"
        return answer

    assert known(api.miscellaneous.get_version(), "version").version
    assert known(api.user.get_current(), "user").login == "rfrbot"
    assert known(api.repository.repo_get(**of), "repository").full_name == repository
    issue = known(api.issue.get_issue(**of, index=1), "issue")
    assert (issue.number, issue.title, issue.state) == (1, "Badges for everyone", "open")
    assert known(issue.user, "author").login == "nora"
    listed = api.issue.list_issues(**of, state="all", type="issues", page=1, limit=50)
    assert [known(one, "listed issue").number for one in listed] == [1]
    comment = known(api.issue.create_comment(**of, index=1, body="by another hand"), "comment")
    api.issue.edit_comment(**of, id=comment.id, body="edited")
    (only,) = api.issue.get_comments(**of, index=1)
    assert known(only, "comment").body == "edited"
    (only,) = api.issue.get_repo_comments(**of)
    assert only.id == comment.id and only.issue_url.endswith("/issues/1")
    (label,) = api.issue.list_labels(**of, page=1)
    assert known(label, "label").name == "RFR"
    (added,) = api.issue.add_label(**of, index=1, labels=[label.id])
    assert added.name == "RFR"
    edited = known(api.issue.edit_issue(**of, index=1, assignees=["kevin_f"]), "edited issue")
    assert [user.login for user in edited.assignees] == ["kevin_f"]
    assert api.issue.edit_issue(**of, index=1, state="closed").state == "closed"
    try:
        api.issue.get_issue(**of, index=9999)
    except Exception as error:
        assert getattr(error, "status_code", None) == 404, error
    else:
        raise AssertionError("a ticket that is not there was found")
    print("content")


def payloads(folder):
    for event in ("issues", "issue_comment"):
        sent = runpy.run_path(str(Path(folder) / f"{event}.py"))
        assert sent["headers"]["x-forgejo-event"] == event
        print(json.dumps({"event": event, "body": sent["body"]}))


if __name__ == "__main__":
    {"client": client, "payloads": payloads}[sys.argv[1]](*sys.argv[2:])
