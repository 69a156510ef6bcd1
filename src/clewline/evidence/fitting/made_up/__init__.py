"""Made-up pairs: people's own tracks on networks that never were, to fit co-travel on more than one network.

Labelled records come from one or two networks, at the rate and with the places of one trial. A model that is fitted on
them alone takes what is peculiar to them for a law. So the tracks of the same people are dealt to phones again, in many
settings: networks thinner and denser, ways stretched, more uses or fewer, in bursts or evenly, with the hours of a stay
filled in or left open, with more days of background or fewer. The movement and its truth are real; all else is drawn.
"""
