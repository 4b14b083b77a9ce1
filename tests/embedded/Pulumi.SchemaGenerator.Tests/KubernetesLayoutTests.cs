namespace Pulumi.SchemaGenerator.Tests;

public sealed class KubernetesLayoutTests
{
    private const string Schema = """
        {
          "name": "example",
          "version": "1.2.3",
          "language": { "csharp": { "compatibility": "kubernetes20", "namespaces": { "core/v1": "Core.V1" } } },
          "provider": { "inputProperties": {} },
          "resources": {
            "example:core/v1:Secret": {
              "inputProperties": {
                "data": { "type": "object", "additionalProperties": { "type": "string" }, "secret": true },
                "kind": { "type": "string", "const": "Secret" },
                "spec": { "$ref": "#/types/example:core/v1:Spec" }
              },
              "requiredInputs": ["spec"],
              "properties": { "spec": { "$ref": "#/types/example:core/v1:Spec" } }
            }
          },
          "types": {
            "example:core/v1:Spec": { "type": "object", "properties": { "port": { "oneOf": [{ "type": "integer" }, { "type": "string" }] } } }
          }
        }
        """;

    private static GeneratedPackage Package { get; } = GeneratedPackage.From(Schema);

    [Fact]
    public void Types_live_in_their_own_namespaces() => Assert.Equal(
        [
            "Pulumi.Example.Core.V1.Secret",
            "Pulumi.Example.Provider",
            "Pulumi.Example.ProviderArgs",
            "Pulumi.Example.Types.Inputs.Core.V1.SecretArgs",
            "Pulumi.Example.Types.Inputs.Core.V1.SpecArgs",
            "Pulumi.Example.Types.Outputs.Core.V1.Spec",
            "Pulumi.Example.Utilities",
        ],
        Package.Types);

    [Fact]
    public void A_resource_has_its_base_class_optional_arguments_outputs_that_are_never_null_and_a_lookup()
    {
        Assert.Equal(
            [
                "[Output(\"spec\")] public Output<Spec> Spec",
                "public Secret(string name, SecretArgs? args = null, CustomResourceOptions? options = null)",
                "private static SecretArgs MakeArgs(SecretArgs? args)",
                "private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)",
                "private Secret(string name, Input<string> id, CustomResourceOptions? options)",
                "public static Secret Get(string name, Input<string> id, CustomResourceOptions? options = null)",
            ],
            Package.Members("Pulumi.Example.Core.V1.Secret"));
        Assert.Contains("public partial class Secret : global::Pulumi.Example.ExampleResource", Package.Source("Pulumi.Example.Core.V1.Secret"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_is_set_by_the_resource() =>
        Assert.Contains("args.Kind = \"Secret\";", Package.Source("Pulumi.Example.Core.V1.Secret"), StringComparison.Ordinal);

    [Fact]
    public void A_secret_input_is_a_secret_output_and_assigning_it_makes_it_secret()
    {
        Assert.Contains("AdditionalSecretOutputs.Add(\"data\");", Package.Source("Pulumi.Example.Core.V1.Secret"), StringComparison.Ordinal);
        Assert.Contains("Output.CreateSecret(", Package.Source("Pulumi.Example.Types.Inputs.Core.V1.SecretArgs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_have_an_empty_instance_and_unions_keep_both_sides()
    {
        Assert.Equal(
            [
                "[Input(\"port\", false, false)] public InputUnion<int, string>? Port",
                "public static SpecArgs Empty",
            ],
            Package.Members("Pulumi.Example.Types.Inputs.Core.V1.SpecArgs"));
        Assert.Equal("public readonly Union<int, string> Port", Package.Members("Pulumi.Example.Types.Outputs.Core.V1.Spec")[0]);
    }
}
