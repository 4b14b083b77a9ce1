namespace Pulumi.Conformance.Tests;

/// <summary>What the readers make of the lists' lines.</summary>
public sealed class ListReaderTests
{
    [Fact]
    public void The_AWS_list_becomes_declarations_by_the_rules_of_its_notes()
    {
        var types = AwsListReader.Read(
        [
            "type Pulumi.Aws.Kms.Key : CustomResource token=aws:kms/key:Key",
            "prop Pulumi.Aws.Kms.Key.Tags : Output<ImmutableDictionary<string, string>?> name=tags",
            "type Pulumi.Aws.Kms.KeyArgs : ResourceArgs",
            "prop Pulumi.Aws.Kms.KeyArgs.Policy : Input<string> required name=policy",
            "prop Pulumi.Aws.Kms.KeyArgs.Spec : Input<string> name=spec deprecated",
            "prop Pulumi.Aws.Kms.KeyArgs.Tags : InputMap<string> name=tags",
            "type Pulumi.Aws.Kms.Mode : EnumType",
            "prop Pulumi.Aws.Kms.Mode.On : Pulumi.Aws.Kms.Mode value=on",
            "func Pulumi.Aws.Kms.GetKey token=aws:kms/getKey:getKey",
        ]);

        var key = types["Pulumi.Aws.Kms.Key"];
        Assert.Equal(("class Key : CustomResource", "aws:kms/key:Key"), (key.Header, key.Token));
        Assert.Equal(
            [
                "Key(string name, Pulumi.Aws.Kms.KeyArgs args, CustomResourceOptions? options = null)",
                "Output<ImmutableDictionary<string, string>?> Tags { get; }",
            ],
            key.Members);
        var arguments = types["Pulumi.Aws.Kms.KeyArgs"];
        Assert.Equal(["KeyArgs()", "Input<string> Policy { get; set; }", "Input<string>? Spec { get; set; }", "InputMap<string> Tags { get; set; }"], arguments.Members);
        Assert.Equal(new WireFact("policy", Required: true, Json: false), arguments.Wire["Policy"]);
        Assert.Equal(new WireFact("spec", Required: false, Json: false), arguments.Wire["Spec"]);
        Assert.Equal(new WireFact("on"), types["Pulumi.Aws.Kms.Mode"].Wire["On"]);
        Assert.Contains("static Output<Pulumi.Aws.Kms.GetKeyResult> Invoke(Pulumi.Aws.Kms.GetKeyInvokeArgs args, InvokeOutputOptions options)", types["Pulumi.Aws.Kms.GetKey"].Members);
    }

    [Fact]
    public void The_Kubernetes_list_takes_wire_names_and_tokens_from_its_notes()
    {
        var types = KubernetesListReader.Read(
            [
                "### namespace Pulumi.Kubernetes.Core.V1",
                "",
                "class Pod : KubernetesResource",
                "    Output<string> ApiVersion { get; }",
                "",
                "### namespace Pulumi.Kubernetes.Types.Inputs.Core.V1",
                "",
                "class ContainerPortArgs : ResourceArgs",
                "    ContainerPortArgs()",
                "    Input<int> ContainerPortValue { get; set; }",
                "    static ContainerPortArgs Empty { get; }",
                "    InputList<string> Names { get; set; }",
            ],
            """
            except: `Core.V1.ContainerPortArgs.ContainerPortValue` = `containerPort`.
            | Pulumi.Kubernetes.Core.V1.Pod | `kubernetes:core/v1:Pod` |
            """);

        Assert.Equal("kubernetes:core/v1:Pod", types["Pulumi.Kubernetes.Core.V1.Pod"].Token);
        Assert.Equal(new WireFact("apiVersion"), types["Pulumi.Kubernetes.Core.V1.Pod"].Wire["ApiVersion"]);
        var port = types["Pulumi.Kubernetes.Types.Inputs.Core.V1.ContainerPortArgs"].Wire;
        Assert.Equal(new WireFact("containerPort", Required: true), port["ContainerPortValue"]);
        Assert.Equal(new WireFact("names"), port["Names"]);
        Assert.Equal(2, port.Count);
    }

    [Fact]
    public void An_addition_needs_every_column()
    {
        Assert.Equal(
            [new Addition("A.B", "Pulumi", "int B { get; }", "nothing of that name")],
            Additions.Read(["# Title", "| Member | Package |", "| `A.B` | Pulumi | `int B { get; }` | nothing of that name | https://example.invalid | 2026-11-22 |"]));
        var error = Assert.Throws<FormatException>(() => Additions.Read(["| `A.B` | Pulumi | `int B { get; }` | nothing of that name |  | 2026-11-22 |"]));
        Assert.Equal("A row of ADDITIONS.md needs 6 filled columns: `A.B` | Pulumi | `int B { get; }` | nothing of that name |  | 2026-11-22", error.Message);
    }
}
