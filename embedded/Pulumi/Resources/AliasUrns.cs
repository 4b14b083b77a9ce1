using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The URNs that a resource's aliases stand for: its own, and what follows from its parent's. Which of them exists only the engine's state knows.</summary>
internal static class AliasUrns
{
    public static async ValueTask<ImmutableArray<string>> OfAsync(Resource resource, List<Input<Alias>>? own, string parentUrn)
    {
        var parent = resource.ParentOrStack;
        var inherited = parent?.AliasUrns ?? [];
        if (own is not { Count: > 0 } && inherited.IsEmpty)
            return [];
        var collapsed = ImmutableArray.CreateBuilder<string>();
        foreach (var alias in own ?? [])
        {
            if (await ValueAsync(alias).ConfigureAwait(false) is { } known)
                await CollapseAsync(known, resource, parentUrn, collapsed).ConfigureAwait(false);
        }

        var urns = ImmutableArray.CreateBuilder<string>();
        Add(urns, collapsed);
        foreach (var parentAlias in inherited)
        {
            Add(urns, [Inherited(resource.GetResourceName(), resource.GetResourceType(), parent!, parentAlias)]);
            Add(urns, collapsed.Select(urn => Inherited(Urn.NameOf(urn), Urn.TypeOf(urn), parent!, parentAlias)));
        }

        return urns.ToImmutable();
    }

    private static async ValueTask CollapseAsync(Alias alias, Resource resource, string parentUrn, ImmutableArray<string>.Builder urns)
    {
        if (alias.Urn is not null)
        {
            CheckOnlyUrn(alias);
            if (!Urn.IsValid(alias.Urn))
                throw new ArgumentException($"invalid alias URN: invalid URN \"{alias.Urn}\"");
            urns.Add(alias.Urn);
            return;
        }

        if ((alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0) > 1)
            throw new ArgumentException($"Only specify one of '{nameof(Alias.Parent)}', '{nameof(Alias.ParentUrn)}' or '{nameof(Alias.NoParent)}' in an {nameof(Alias)}");
        var settings = Deployment.Current.Settings;
        var name = await TextAsync(alias.Name, resource.GetResourceName()).ConfigureAwait(false);
        var type = await TextAsync(alias.Type, resource.GetResourceType()).ConfigureAwait(false);
        var stack = await TextAsync(alias.Stack, settings.Stack).ConfigureAwait(false);
        var project = await TextAsync(alias.Project, settings.Project).ConfigureAwait(false);
        if (alias.Parent is not null)
            parentUrn = await alias.Parent.Urn.GetValueAsync("").ConfigureAwait(false);
        else if (alias.ParentUrn is not null)
            parentUrn = await TextAsync(alias.ParentUrn, parentUrn).ConfigureAwait(false);

        urns.Add(Compose(name, type, alias.NoParent ? "" : parentUrn, stack, project));
        foreach (var former in alias.Parent?.AliasUrns ?? []) // the named parent may have been another one too
            urns.Add(Compose(name, type, former, stack, project));
    }

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
    private static string Inherited(string childName, string childType, Resource parent, string parentAlias)
    {
        var parentName = parent.GetResourceName();
        var name = childName.StartsWith(parentName, StringComparison.Ordinal) ? Urn.NameOf(parentAlias) + childName[parentName.Length..] : childName;
        var settings = Deployment.Current.Settings;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{Urn.QualifiedTypeOf(parentAlias)}${childType}::{name}";
    }

    /// <summary>As with the real engine, a parent's project and stack win, and the stack is no parent.</summary>
    private static string Compose(string name, string type, string parentUrn, string stack, string project)
        => parentUrn.Length == 0 || Urn.QualifiedTypeOf(parentUrn) == Stack.StackType
            ? $"urn:pulumi:{stack}::{project}::{type}::{name}"
            : $"{parentUrn.AsSpan(0, parentUrn.LastIndexOf("::", StringComparison.Ordinal))}${type}::{name}";

    private static async ValueTask<string> TextAsync(Input<string>? input, string otherwise)
        => input is not null && await ValueAsync(input).ConfigureAwait(false) is { Length: > 0 } text ? text : otherwise;

    /// <summary>Null when it is unknown. Most are plain, and each provider class has some: those need no output.</summary>
    private static async ValueTask<T?> ValueAsync<T>(Input<T> input)
        where T : class
        => ((IInput)input).Content is T plain ? plain : await input.ToOutput().GetValueAsync(whenUnknown: null!).ConfigureAwait(false);

    private static void Add(ImmutableArray<string>.Builder urns, IEnumerable<string> more)
    {
        foreach (var urn in more)
        {
            if (!urns.Contains(urn))
                urns.Add(urn);
        }
    }
}
