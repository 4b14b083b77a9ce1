using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The definitions that we wrote down because nobody publishes them refuse what a cluster would refuse.</summary>
public sealed class RecordedDefinitionTests
{
    [Theory]
    [InlineData("role", "\"nodes\"", null)]
    [InlineData("roles", "\"nodes\"", "NodeClass.spec.roles: unknown field")]
    [InlineData("role", "\"\"", "NodeClass.spec.role: 0 is outside 1 to 64 (minLength, maxLength)")]
    [InlineData("subnetSelectorTerms", "[]", "NodeClass.spec.subnetSelectorTerms: 0 is outside 1 to 30 (minItems, maxItems)")]
    [InlineData("subnetSelectorTerms", """[{ "ids": "subnet-1" }]""", "NodeClass.spec.subnetSelectorTerms[0].ids: unknown field")]
    [InlineData("capacityReservationSelectorTerms", """[{ "id": "block" }]""", "NodeClass.spec.capacityReservationSelectorTerms[0].id: 'block' doesn't match ^cr-[0-9a-z]+$")]
    [InlineData("ephemeralStorage", """{ "iops": 80000 }""", "NodeClass.spec.ephemeralStorage.iops: 80000 is outside 3000 to 16000 (minimum, maximum)")]
    [InlineData("ephemeralStorage", """{ "size": "16Ti", "throughput": 1000 }""", null)]
    public void Auto_Modes_node_class(string field, string json, string? problem)
    {
        var nodeClass = JObject.Parse("""
            {
              "apiVersion": "eks.amazonaws.com/v1",
              "kind": "NodeClass",
              "metadata": { "name": "t4" },
              "spec": { "role": "nodes", "subnetSelectorTerms": [{ "id": "subnet-1" }], "securityGroupSelectorTerms": [{ "id": "sg-1" }] }
            }
            """);
        nodeClass["spec"]![field] = JToken.Parse(json);

        Assert.Equal(problem is null ? [] : [problem], Manifests.Problems(nodeClass));
    }
}
