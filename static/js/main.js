// The page works without any of this; each module makes one thing smoother.
import "./anchors.js";
import "./keys.js";
import "./menus.js";
import "./quiet.js";
import "./said.js";
import "./trouble.js";
import "./password.js";
import "./time-zone.js";
