namespace Pulumi;

internal enum ResourceOutputKind
{
    Urn,
    Id,
    Property,
}
