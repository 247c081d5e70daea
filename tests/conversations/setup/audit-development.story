# Under the SOP of 2017 an RFR is developed like any other.
-- edition audit
-- after setup/development.story
