# The split view: a case beside its list.
desk-beside-on = Show cases beside the list
desk-beside-off = Show the list alone
desk-pane = The case
desk-pane-empty = Choose a case. It opens here.
desk-pane-back = Back to the list
desk-pane-opened = {"{reference}"} is open.
desk-pane-unkept = What you wrote is not saved yet. Press Save.
desk-key-beside = With a case beside the list: down and up
desk-key-back = From the case back to the list
