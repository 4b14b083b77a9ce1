using Pulumi;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>A configuration with problems ends a plain <c>pulumi up</c> too, before the first resource.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class RefusedConfigurationTests
{
    [Fact]
    public async Task The_program_says_what_is_wrong_and_registers_nothing()
    {
        var config = ShippedConfig.Of("prod");
        config["gpu-inference:pools"] = """[{"name": "t4", "instanceTypes": ["g4dn.xlage"], "capacity": {"max": 2}}]""";
        foreach (var key in (string[])["models", "traffic", "jobs", "trainings", "aws"])
        {
            config.Remove($"gpu-inference:{key}");
        }

        var stack = new MockedStack();

        var exception = await Assert.ThrowsAsync<RunException>(() => stack.RunAsync("prod", config));

        Assert.Equal(
            """
            2 problems in Pulumi.prod.yaml:
              gpu-inference:aws: missing; an EKS cluster needs the region and the account, such as aws: {region: us-west-2, accountId: "123456789012"}
              gpu-inference:pools[0].instanceTypes[0]: 'g4dn.xlage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?
            """,
            exception.Message);
        Assert.Empty(stack.Resources);
    }
}
