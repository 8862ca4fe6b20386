# The desk: signing in, and what is around every page of it.
desk-sign-in = Se connecter
desk-sign-in-demo = Choisissez qui vous voulez être. Ceci est une démonstration.
desk-sign-out = Se déconnecter
desk-sections = Où aller
desk-inbox = Boîte de réception
desk-signed-in = Connecté : { $name }
role-clerk = Agent d’accueil
role-specialist = Spécialiste
role-supervisor = Responsable d’équipe
role-analyst = Analyste
role-administrator = Administration
role-contact-centre = Centre de contact
