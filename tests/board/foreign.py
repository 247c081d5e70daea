"""Reads the board's feeds with other people's parsers: foreign.py URL RFR WORDS."""

import json
import sys
import urllib.request
import xml.dom.minidom

import feedparser
import icalendar

url, rfr, words = sys.argv[1:]


def get(path):
    with urllib.request.urlopen(url + path) as answer:
        return answer.read()


for path in ("/feed.atom", f"/rfr/{rfr}.atom"):
    text = get(path)
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10", feed.version
    assert feed.feed.id == url + path and feed.feed.updated_parsed, feed.feed
    assert len(feed.entries) > 3
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert entry.title and entry.updated_parsed and entry.author, entry
        assert entry.link.startswith(url + "/rfr/"), entry.link
    # As the feed has it: feedparser takes markup out of what it shows.
    document = xml.dom.minidom.parseString(text)
    contents = [node.firstChild.data for node in document.getElementsByTagName("content")]
    assert any(words in content for content in contents), contents
    times = [entry.updated_parsed for entry in feed.entries]
    assert times == sorted(times, reverse=True), times

freezes = icalendar.Calendar.from_ical(get("/freezes.ics"))
events = list(freezes.walk("VEVENT"))
assert [str(event["SUMMARY"]) for event in events] == ["long move infrastructure freeze"], events
assert str(events[0].decoded("DTSTART")) == "2026-01-01" and str(events[0].decoded("DTEND")) == "2026-01-10"
deployments = icalendar.Calendar.from_ical(get("/deployments.ics"))
for event in deployments.walk("VEVENT"):
    assert str(event["URL"]).startswith(url + "/rfr/") and event["UID"] and not event.errors
for calendar in (freezes, deployments):
    assert str(calendar["VERSION"]) == "2.0" and not calendar.errors
for path in ("/freezes.ics", "/deployments.ics"):
    assert all(len(line) <= 75 for line in get(path).split(b"\r\n")), path

board = json.loads(get("/board.json"))
assert board["version"] == 2 and rfr in {one["name"] for one in board["rfrs"]}
one = json.loads(get(f"/rfr/{rfr}.json"))
assert one["history"][0]["seq"] >= one["history"][-1]["seq"] and one["url"] == f"{url}/rfr/{rfr}"
xml.dom.minidom.parseString(get(f"/rfr/{rfr}.svg"))
xml.dom.minidom.parseString(get("/icon.svg"))
print("content")
