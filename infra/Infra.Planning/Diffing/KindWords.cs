using Infra.Planning.Rendering;

namespace Infra.Planning.Diffing;

/// <summary>How a kind of change is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Mark">Pulumi's mark for it.</param>
/// <param name="Heading">Above the changes of this kind.</param>
/// <param name="Doing">After their number.</param>
/// <param name="Role">Its colour.</param>
internal sealed record KindWords(ChangeKind Kind, string Mark, string Heading, string Doing, TextRole Role)
{
    public static IReadOnlyList<KindWords> All { get; } =
    [
        new(ChangeKind.Replace, "+-", "Replace", "to replace", TextRole.Replace),
        new(ChangeKind.UpdateOrReplace, "~?", "Update or replacement, not known", "to update or replace", TextRole.Replace),
        new(ChangeKind.Delete, "-", "Delete", "to delete", TextRole.Delete),
        new(ChangeKind.Update, "~", "Update", "to update", TextRole.Update),
        new(ChangeKind.Settings, "*", "Options only", "with other options", TextRole.Update),
        new(ChangeKind.Outputs, "*", "Outputs of the stack", "with other outputs", TextRole.Update),
        new(ChangeKind.Create, "+", "Create", "to create", TextRole.Create),
        new(ChangeKind.Import, "=", "Import", "to import", TextRole.Create),
        new(ChangeKind.Read, ">", "Read", "read otherwise", TextRole.Read),
        new(ChangeKind.Rename, "%", "Renamed by an alias", "renamed", TextRole.Read),
    ];

    public static KindWords Of(ChangeKind kind) => All[(int)kind];
}
