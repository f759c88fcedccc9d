"""
A talk as one value that any screen can play: slides in Python, the player in the browser.

- talk: which steps, how long; its link, its file
- fragments: what a step shows one after the other, for slides and phones alike
- slides, figures, claims: a step as JSON; ends: the first and the last screen
- answers: what a question finds; play: all of a talk
- preflight: what to know before the talk
- player/: the script (makeTalk in player.js; a file for each part) and stage.css

A page (the app's, or a file of its own) brings play.style() and play.script(), both constant, makes
JSON of play.play(...) and of {"entries": play.answers(...), "slides": ...}, has plotly.js as
window.Plotly, and calls

    window.mieruStage.open({
      root,          // where the stage goes: document.body
      play,          // the talk
      mode,          // "present" or "notes"
      answers,       // optional: what a question jump finds; or later talk.learn(answers)
      leave,         // optional: leave(slide) is called by Escape
      notesAddress,  // optional: () => address of the notes, opened by N
      speak,         // optional: the other language, chosen by A
      live,          // optional: charts answer to a pointer
      audience,      // optional: who else is told: {name, moved(place), panel()}; opened by J
    })

Where the talk stands is kept in the query string; in a file (file://) behind the #.
"""

from typing import Any

Json = dict[str, Any]  # keys and values as JSON has them
