import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/charts.css";
import "./style/views.css";
import "./style/run.css";
import "./style/sheet.css";
import "./style/house.css";
import "./style/record.css";

import { render } from "preact";

import { App } from "./app";

render(<App />, document.getElementById("app")!);
