namespace Pulumi.SchemaGenerator.Emit;

internal enum ArgumentsKind
{
    Resource,
    Provider,
    /// <summary>Of a function called with plain values, and those nested in it.</summary>
    PlainFunction,
    /// <summary>Of a function called with inputs.</summary>
    Function,
    FunctionNested,
}
