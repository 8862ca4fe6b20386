# The desk: signing in, and what is around every page of it.
desk-sign-in = Sign in
desk-sign-in-demo = Pick somebody to be. This is a demonstration.
desk-sign-out = Sign out
desk-sections = Where to go
desk-inbox = Inbox
desk-signed-in = Signed in as { $name }
role-clerk = Clerk
role-specialist = Specialist
role-supervisor = Supervisor
role-analyst = Analyst
role-administrator = Administrator
role-contact-centre = Contact centre
