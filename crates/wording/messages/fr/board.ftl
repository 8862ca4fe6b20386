# Un écran dans la salle d’attente.
board-off-title = Cet écran n’est pas installé
board-off-what = La personne qui s’en occupe peut demander une nouvelle adresse et l’ouvrir ici une fois.
