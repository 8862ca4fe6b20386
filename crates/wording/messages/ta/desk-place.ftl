# வழக்கின் இடத்தைச் சரிசெய்தல்.
desk-place-now = இப்போது இடம்: { $address }.
desk-place-look = முகவரியைத் தேடுங்கள்
desk-place-hint = மற்ற வழக்குகள் இருக்கும் அல்லது இருந்த இடங்களில் தேடுகிறோம்.
desk-place-look-button = தேடு
desk-place-found = எந்த இடம்?
desk-place-none = அங்கே எந்த வழக்கும் இல்லை. முகவரியைக் கீழே எழுதுங்கள்.
desk-place-own = இவற்றில் எதுவும் இல்லை. கீழே எழுதியபடி.
