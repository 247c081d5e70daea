# Under the SOP of 2017 an RFR is planned like any other.
-- edition audit
-- after setup/planning.story
