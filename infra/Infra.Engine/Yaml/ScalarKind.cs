namespace Infra.Engine.Yaml;

internal enum ScalarKind
{
    Null,
    Bool,
    Number,
    String,
}
