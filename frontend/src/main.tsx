import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/charts.css";
import "./style/views.css";

import { render } from "preact";

import { App } from "./app";

render(<App />, document.getElementById("app")!);
