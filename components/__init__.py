"""The parts of みえるマイナンバー, one folder a layer; imports run one way."""
