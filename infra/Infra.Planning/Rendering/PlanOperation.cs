using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>What becomes of a resource where nothing is there to compare with.</summary>
internal sealed record PlanOperation(string Mark, string Name, TextRole Role)
{
    public static PlanOperation Create { get; } = new("+", "create", TextRole.Create);

    public static PlanOperation Import { get; } = new("=", "import", TextRole.Create);

    public static PlanOperation Read { get; } = new(">", "read", TextRole.Read);

    public static PlanOperation Of(PlannedResource resource) => resource switch
    {
        { ReadId: not null } => Read,
        { Options.Import: not null } => Import,
        _ => Create,
    };
}
