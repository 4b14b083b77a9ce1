using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The URNs that a resource's aliases stand for: its own, and what follows from its parent's aliases.</summary>
internal static class AliasUrns
{
    public static ImmutableArray<Output<string>> Of(ResourceOptions options, string name, string type, Resource? parent)
    {
        var own = options.AliasesOrNull ?? [];
        if (own.Count == 0 && (parent is null || parent.Aliases.IsEmpty))
            return [];
        var urns = ImmutableArray.CreateBuilder<Output<string>>();
        var collapsed = own.Select(alias => Collapse(alias, name, type, parent)).ToList();
        urns.AddRange(collapsed);
        foreach (var parentAlias in parent?.Aliases ?? [])
        {
            urns.Add(Inherited(name, parent!.GetResourceName(), parentAlias, type));
            foreach (var urn in collapsed)
                urns.Add(urn.Apply<string>(u => Inherited(Urn.NameOf(u), parent.GetResourceName(), parentAlias, Urn.TypeOf(u))));
        }

        return urns.ToImmutable();
    }

    private static Output<string> Collapse(Input<Alias> input, string name, string type, Resource? parent)
        => input.ToOutput().Apply<string>(alias =>
        {
            if (alias.Urn is not null)
            {
                CheckOnlyUrn(alias);
                return Output.Create(alias.Urn);
            }

            var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
            if (parents > 1)
                throw new ArgumentException($"Only specify one of '{nameof(Alias.Parent)}', '{nameof(Alias.ParentUrn)}' or '{nameof(Alias.NoParent)}' in an {nameof(Alias)}");
            return Urn.Create(
                alias.Name ?? name,
                alias.Type ?? type,
                alias.Parent ?? (parents == 0 ? parent : null),
                alias.ParentUrn,
                alias.Project ?? Deployment.Instance.ProjectName,
                alias.Stack ?? Deployment.Instance.StackName);
        });

    private static void CheckOnlyUrn(Alias alias)
    {
        var other = alias switch
        {
            { Name: not null } => nameof(Alias.Name),
            { Type: not null } => nameof(Alias.Type),
            { Project: not null } => nameof(Alias.Project),
            { Stack: not null } => nameof(Alias.Stack),
            { Parent: not null } => nameof(Alias.Parent),
            { ParentUrn: not null } => nameof(Alias.ParentUrn),
            { NoParent: true } => nameof(Alias.NoParent),
            _ => null,
        };
        if (other is not null)
            throw new ArgumentException($"{nameof(Alias)} should not specify both {nameof(Alias.Urn)} and {other}");
    }

    /// <summary>A child named after its parent is taken to have been named after the parent's old name too.</summary>
    private static Output<string> Inherited(string childName, string parentName, Output<string> parentAlias, string childType)
    {
        var name = childName.StartsWith(parentName, StringComparison.Ordinal)
            ? parentAlias.Apply(urn => Urn.NameOf(urn) + childName[parentName.Length..])
            : Output.Create(childName);
        return Urn.Create(name, childType, parentUrn: parentAlias);
    }
}
