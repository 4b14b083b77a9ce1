namespace Pulumi;

/// <summary>Options of all resources. A list is made when somebody asks for it: ten thousand resources mostly have none.</summary>
public abstract class ResourceOptions
{
    internal InputList<Resource>? DependsOnOrNull { get; private set; }

    internal InputList<Resource>? ReplaceWithOrNull { get; private set; }

    internal List<string>? IgnoreChangesOrNull { get; private set; }

    internal List<string>? ReplaceOnChangesOrNull { get; private set; }

    internal List<string>? HideDiffsOrNull { get; private set; }

    internal List<ResourceTransformation>? ResourceTransformationsOrNull { get; private set; }

    internal List<ResourceTransform>? ResourceTransformsOrNull { get; private set; }

    internal List<Input<Alias>>? AliasesOrNull { get; private set; }

    internal ResourceHookBinding? HooksOrNull { get; private set; }

    protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => DependsOnOrNull ??= [];
        set => DependsOnOrNull = value;
    }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges
    {
        get => IgnoreChangesOrNull ??= [];
        set => IgnoreChangesOrNull = value;
    }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations
    {
        get => ResourceTransformationsOrNull ??= [];
        set => ResourceTransformationsOrNull = value;
    }

    public List<ResourceTransform> ResourceTransforms
    {
        get => ResourceTransformsOrNull ??= [];
        set => ResourceTransformsOrNull = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => AliasesOrNull ??= [];
        set => AliasesOrNull = value;
    }

    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges
    {
        get => ReplaceOnChangesOrNull ??= [];
        set => ReplaceOnChangesOrNull = value;
    }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith
    {
        get => ReplaceWithOrNull ??= [];
        set => ReplaceWithOrNull = value;
    }

    public ResourceHookBinding Hooks
    {
        get => HooksOrNull ??= new ResourceHookBinding();
        set => HooksOrNull = value;
    }

    public List<string> HideDiffs
    {
        get => HideDiffsOrNull ??= [];
        set => HideDiffsOrNull = value;
    }

    public Input<object>? ReplacementTrigger { get; set; }

    internal abstract ResourceOptions Clone();

    internal void CopyFrom(ResourceOptions other)
    {
        Id = other.Id;
        Parent = other.Parent;
        DependsOnOrNull = other.DependsOnOrNull?.Clone();
        Protect = other.Protect;
        IgnoreChangesOrNull = Copy(other.IgnoreChangesOrNull);
        Version = other.Version;
        Provider = other.Provider;
        CustomTimeouts = other.CustomTimeouts?.Clone();
        ResourceTransformationsOrNull = Copy(other.ResourceTransformationsOrNull);
        ResourceTransformsOrNull = Copy(other.ResourceTransformsOrNull);
        AliasesOrNull = Copy(other.AliasesOrNull);
        Urn = other.Urn;
        ReplaceOnChangesOrNull = Copy(other.ReplaceOnChangesOrNull);
        PluginDownloadURL = other.PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete;
        DeletedWith = other.DeletedWith;
        ReplaceWithOrNull = other.ReplaceWithOrNull?.Clone();
        HooksOrNull = other.HooksOrNull?.Clone();
        HideDiffsOrNull = Copy(other.HideDiffsOrNull);
        ReplacementTrigger = other.ReplacementTrigger;
    }

    /// <summary>The other's values win; its lists are appended.</summary>
    internal void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Urn = other.Urn ?? Urn;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        if (other.DependsOnOrNull is not null)
            DependsOn = DependsOn.Concat(other.DependsOnOrNull);
        if (other.ReplaceWithOrNull is not null)
            ReplaceWith = ReplaceWith.Concat(other.ReplaceWithOrNull);
        if (other.HooksOrNull is not null)
            Hooks = Hooks.Concat(other.HooksOrNull);
        IgnoreChanges.AddRange(other.IgnoreChangesOrNull ?? []);
        ResourceTransformations.AddRange(other.ResourceTransformationsOrNull ?? []);
        ResourceTransforms.AddRange(other.ResourceTransformsOrNull ?? []);
        Aliases.AddRange(other.AliasesOrNull ?? []);
        ReplaceOnChanges.AddRange(other.ReplaceOnChangesOrNull ?? []);
        HideDiffs.AddRange(other.HideDiffsOrNull ?? []);
    }

    private protected static List<TItem>? Copy<TItem>(List<TItem>? list) => list is null ? null : [.. list];
}
