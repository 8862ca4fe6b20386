### Mail

mail-received = Nous avons bien reçu votre demande { $reference }
mail-resolved = Votre demande { $reference } est close
mail-resolved-for-reporter = Ce que vous avez signalé sous { $reference } est clos
mail-joined = Votre signalement { $reference } porte sur la même chose qu’un autre
mail-reopened = Votre demande { $reference } est rouverte
mail-passed-on = Une autre administration a maintenant votre demande { $reference }
mail-late = Nous sommes en retard pour votre demande { $reference }
mail-feedback = Comment s’est passée votre demande { $reference } ?
mail-follow = Pour suivre votre demande, utilisez la référence { $reference } et la clé secrète que nous vous avons montrée à l’envoi.
mail-follow-at = Pour suivre votre demande, ouvrez { $site } et entrez la référence { $reference } et la clé secrète que nous vous avons montrée à l’envoi.
mail-not-you = Si vous n’avez rien demandé, quelqu’un a donné votre adresse par erreur. Vous n’avez rien à faire.
mail-code = Votre code pour { $city }
mail-code-words =
    { $count ->
        [one] Votre code est { $code }. Il est valable une minute et une seule fois.
       *[other] Votre code est { $code }. Il est valable { $count } minutes et une seule fois.
    }
mail-code-beware = Si vous n’avez pas demandé de code, vous n’avez rien à faire. Nous ne vous demandons jamais de le dire à quelqu’un.
mail-foot = { $city } envoie ce message automatiquement ; personne ne lit les réponses. Aide : { $contact }
