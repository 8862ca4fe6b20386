# The desk: signing in, and what is around every page of it.
desk-sign-in = साइन इन करें
desk-sign-in-demo = चुनें कि आप कौन बनना चाहते हैं। यह एक नमूना है।
desk-sign-out = साइन आउट करें
desk-sections = कहाँ जाएँ
desk-inbox = इनबॉक्स
desk-signed-in = { $name } के नाम से साइन इन
role-clerk = लिपिक
role-specialist = विशेषज्ञ
role-supervisor = पर्यवेक्षक
role-analyst = विश्लेषक
role-administrator = प्रशासक
role-contact-centre = संपर्क केंद्र
