namespace Pulumi;

public sealed class CustomResourceOptions : ResourceOptions
{
    internal List<string>? AdditionalSecretOutputsOrNull { get; private set; }

    internal Dictionary<string, string>? EnvVarMappingsOrNull { get; private set; }

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => AdditionalSecretOutputsOrNull ??= [];
        set => AdditionalSecretOutputsOrNull = value;
    }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings
    {
        get => EnvVarMappingsOrNull ??= [];
        set => EnvVarMappingsOrNull = value;
    }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = CopyOf(options1);
        var other = CopyOf(options2);
        merged.MergeFrom(other);
        merged.DeleteBeforeReplace = other.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = other.ImportId ?? merged.ImportId;
        merged.AdditionalSecretOutputs.AddRange(other.AdditionalSecretOutputsOrNull ?? []);
        foreach (var (variable, mapped) in other.EnvVarMappingsOrNull ?? [])
            merged.EnvVarMappings[variable] = mapped;
        return merged;
    }

    internal override ResourceOptions Clone() => CopyOf(this);

    private static CustomResourceOptions CopyOf(CustomResourceOptions? options)
    {
        var copy = new CustomResourceOptions();
        if (options is null)
            return copy;
        copy.CopyFrom(options);
        copy.DeleteBeforeReplace = options.DeleteBeforeReplace;
        copy.AdditionalSecretOutputsOrNull = Copy(options.AdditionalSecretOutputsOrNull);
        copy.ImportId = options.ImportId;
        copy.EnvVarMappingsOrNull = options.EnvVarMappingsOrNull is null ? null : new(options.EnvVarMappingsOrNull);
        return copy;
    }
}
