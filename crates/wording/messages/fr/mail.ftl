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
mail-answered = Il y a une réponse à votre demande { $reference }
mail-asked = Nous avons une question sur votre demande { $reference }
mail-lost = Si vous n’avez plus la clé secrète, vous pouvez y recevoir un code par courriel.
mail-prove = Voulez-vous un message à chaque étape ? Montrez alors que cette adresse est la vôtre. Demandez un code ici :
mail-resume = Continuez votre demande à { $city }
mail-resume-words = Vous avez enregistré une demande ({ $service }). Pour continuer, ouvrez cette adresse :
mail-resume-until = Elle est valable jusqu’au { $date }. Qui la possède peut lire ce que vous avez écrit.
mail-resume-not-you = Si vous n’avez rien enregistré, quelqu’un a donné votre adresse par erreur. Vous n’avez rien à faire.
mail-report-ask = Voulez-vous des nouvelles du signalement { $reference } ?
mail-report-ask-words = Quelqu’un nous a demandé d’envoyer à cette adresse des nouvelles du signalement { $reference } ({ $service }). Si c’était vous, ouvrez cette page et appuyez sur le bouton :
mail-report-ask-not-you = Si ce n’était pas vous, ne faites rien. Nous ne vous envoyons alors rien d’autre.
mail-report-news = Des nouvelles du signalement { $reference }
mail-report-news-words = Il y a du nouveau pour le signalement { $reference } ({ $service }) :
mail-report-more = Voyez le signalement ici :
mail-report-stop = Vous nous avez demandé ces nouvelles. Pour les arrêter, ouvrez cette page et appuyez sur le bouton :
notice-answered = Il y a une réponse à votre demande { $reference }. Pour la protéger, elle n’est pas dans ce message.
notice-asked = Nous avons besoin d’un renseignement pour votre demande { $reference }. Le travail attend votre réponse. Pour la protéger, la question n’est pas dans ce message.
