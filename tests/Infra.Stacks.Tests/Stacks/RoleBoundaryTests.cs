using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Where the configuration names a boundary, no role is made without it: a deploy role could make none.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class RoleBoundaryTests
{
    private const string Boundary = "arn:aws:iam::210987654321:policy/gpu-inference-workload-boundary";

    [Fact]
    public async Task Every_role_has_the_boundary()
    {
        var config = ShippedConfig.Of("prod");
        var aws = JsonNode.Parse((string)config["gpu-inference:aws"]!)!.AsObject();
        aws["permissionsBoundary"] = Boundary;
        config["gpu-inference:aws"] = aws.ToJsonString();

        var roles = (await MockedStack.OfAsync("prod", config)).Resources.Where(resource => resource.Type == "aws:iam/role:Role").ToList();

        Assert.True(roles.Count > 20);
        Assert.All(roles, role => Assert.Equal((role.Name, Boundary), (role.Name, role.Inputs.GetValueOrDefault("permissionsBoundary"))));
    }

    [Fact]
    public async Task Without_one_there_is_none() => Assert.All(
        (await MockedStack.OfAsync("prod")).Resources.Where(resource => resource.Type == "aws:iam/role:Role"), role => Assert.False(role.Inputs.ContainsKey("permissionsBoundary")));
}
