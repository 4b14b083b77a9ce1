namespace Pulumi.SchemaGenerator.Tests;

public sealed class ProviderGeneratorTests
{
    private static GeneratedPackage Package { get; } = GeneratedPackage.From(ExampleSchema.Text);

    [Fact]
    public void The_generated_code_compiles_without_a_warning()
    {
        Assert.Empty(Package.Diagnostics);
        Assert.Empty(Package.CompilerErrors);
    }

    [Fact]
    public void A_type_is_generated_for_each_side_that_uses_it() => Assert.Equal(
        [
            "Pulumi.Example.Disk.GetVolume",
            "Pulumi.Example.Disk.GetVolumeArgs",
            "Pulumi.Example.Disk.GetVolumeInvokeArgs",
            "Pulumi.Example.Disk.GetVolumeResult",
            "Pulumi.Example.Disk.Inputs.GetVolumeFilterArgs",
            "Pulumi.Example.Disk.Inputs.GetVolumeFilterInputArgs",
            "Pulumi.Example.Disk.Inputs.PartArgs",
            "Pulumi.Example.Disk.Mode",
            "Pulumi.Example.Disk.Outputs.Part",
            "Pulumi.Example.Disk.Volume",
            "Pulumi.Example.Disk.VolumeArgs",
            "Pulumi.Example.Provider",
            "Pulumi.Example.ProviderArgs",
            "Pulumi.Example.Utilities",
        ],
        Package.Types);

    [Fact]
    public void A_resource_has_outputs_and_a_constructor_that_demands_required_arguments()
    {
        Assert.Equal(
            "[ExampleResourceType(\"example:disk/volume:Volume\")] class Volume : Pulumi.CustomResource",
            Package.Declaration("Pulumi.Example.Disk.Volume"));
        Assert.Equal(
            [
                "[Output(\"labels\")] public Output<ImmutableDictionary<string, string>?> Labels",
                "[Output(\"mode\")] public Output<string?> Mode",
                "[Output(\"parts\")] public Output<ImmutableArray<Part>> Parts",
                "[Output(\"size\")] public Output<int> Size",
                "[Output(\"volume\")] public Output<string?> VolumeName",
                "public Volume(string name, VolumeArgs args, CustomResourceOptions? options = null)",
                "private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)",
            ],
            Package.Members("Pulumi.Example.Disk.Volume"));
    }

    [Fact]
    public void Arguments_say_what_is_required_and_create_collections_on_access() => Assert.Equal(
        [
            "[Input(\"labels\", false, false)] private InputMap<string>? _labels",
            "public InputMap<string> Labels",
            "[Input(\"mode\", false, false)] public InputUnion<string, Mode>? Mode",
            "[Input(\"parts\", true, false)] private InputList<PartArgs>? _parts",
            "public InputList<PartArgs> Parts",
            "[Input(\"size\", true, false)] public Input<int> Size",
            "[Input(\"volume\", false, false)] public Input<string>? VolumeName",
        ],
        Package.Members("Pulumi.Example.Disk.VolumeArgs"));

    [Fact]
    public void Provider_arguments_other_than_strings_are_json_and_presets_come_from_the_schema()
    {
        Assert.Equal(
            [
                "[Input(\"password\", false, false)] private Input<string>? _password",
                "public Input<string>? Password",
                "[Input(\"region\", false, false)] public Input<string>? Region",
                "[Input(\"strict\", false, true)] public Input<bool>? Strict",
                "public ProviderArgs()",
            ],
            Package.Members("Pulumi.Example.ProviderArgs"));
        var source = Package.Source("Pulumi.Example.ProviderArgs");
        Assert.Contains("Utilities.GetEnv(\"EXAMPLE_REGION\", \"REGION\") is { } region", source, StringComparison.Ordinal);
        Assert.Contains("Strict = true;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Former_types_of_a_resource_are_aliases_in_the_order_of_the_schema()
    {
        var source = Package.Source("Pulumi.Example.Disk.Volume");

        Assert.Equal(
            ["example:disk/volumeV1:VolumeV1", "example:block/volume:Volume"],
            source.Split("defaults.Aliases.Add(new global::Pulumi.Alias { Type = \"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]));
        Assert.DoesNotContain("Aliases", Package.Source("Pulumi.Example.Provider"), StringComparison.Ordinal);
    }

    [Fact]
    public void Assigning_a_secret_setting_of_the_provider_makes_it_secret_and_its_output_too()
    {
        Assert.Contains("set => _password = global::Pulumi.Output.CreateSecret(", Package.Source("Pulumi.Example.ProviderArgs"), StringComparison.Ordinal);
        Assert.Contains("defaults.AdditionalSecretOutputs.Add(\"password\");", Package.Source("Pulumi.Example.Provider"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_type_is_filled_through_a_private_constructor_with_wire_names()
    {
        Assert.Equal("[OutputType] sealed class Part : object", Package.Declaration("Pulumi.Example.Disk.Outputs.Part"));
        Assert.Equal(
            [
                "public readonly int First",
                "public readonly string? Namespace",
                "public readonly double Share",
                "[OutputConstructor] private Part(int first, string? @namespace, double share)",
            ],
            Package.Members("Pulumi.Example.Disk.Outputs.Part"));
    }

    [Fact]
    public void A_function_has_a_plain_and_two_lifted_forms()
    {
        Assert.Equal(
            [
                "public static Task<GetVolumeResult> InvokeAsync(GetVolumeArgs args, InvokeOptions? options = null)",
                "public static Output<GetVolumeResult> Invoke(GetVolumeInvokeArgs args, InvokeOptions? options = null)",
                "public static Output<GetVolumeResult> Invoke(GetVolumeInvokeArgs args, InvokeOutputOptions options)",
            ],
            Package.Members("Pulumi.Example.Disk.GetVolume"));
        Assert.Equal(
            [
                "[Input(\"filters\", false, false)] private List<GetVolumeFilterArgs>? _filters",
                "public List<GetVolumeFilterArgs> Filters",
                "[Input(\"name\", true, false)] public string Name",
            ],
            Package.Members("Pulumi.Example.Disk.GetVolumeArgs"));
        Assert.Equal(
            [
                "[Input(\"filters\", false, false)] private InputList<GetVolumeFilterInputArgs>? _filters",
                "public InputList<GetVolumeFilterInputArgs> Filters",
                "[Input(\"name\", true, false)] public Input<string> Name",
            ],
            Package.Members("Pulumi.Example.Disk.GetVolumeInvokeArgs"));
        Assert.Equal(3, Package.Source("Pulumi.Example.Disk.GetVolume").Split("\"example:disk/getVolume:getVolume\"").Length - 1);
    }

    [Fact]
    public void An_enum_names_its_wire_values()
    {
        Assert.Equal("[EnumType] struct Mode : System.ValueType", Package.Declaration("Pulumi.Example.Disk.Mode"));
        Assert.Contains("public static Mode ReadOnly => new Mode(\"read-only\");", Package.Source("Pulumi.Example.Disk.Mode"), StringComparison.Ordinal);
    }
}
