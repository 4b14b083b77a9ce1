using Infra.Components.Identity;
using Infra.Core.Serving;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Identity;

public sealed class PodIdentityRoleTests
{
    [Fact]
    public async Task The_association_waits_for_the_policy() => Assert.Equal(
        """
        gpu-inference:index:PodIdentityRole reader
        aws:iam/role:Role reader-role parent=reader provider=aws
        aws:iam/rolePolicy:RolePolicy reader-policy parent=reader provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation reader-association parent=reader provider=aws after=reader-policy
        """,
        (await Run()).Resources());

    [Fact]
    public async Task The_component_shows_its_inputs()
    {
        var component = (await Run())["gpu-inference:index:PodIdentityRole", "reader"];

        JsonAssert.Same(
            """
            {
              "clusterName": "gpu",
              "namespace": "models",
              "serviceAccount": "classifier",
              "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
            }
            """,
            component.Inputs);
    }

    [Fact]
    public async Task Only_pods_of_the_service_account_take_on_the_role()
    {
        var role = (await Run())["aws:iam/role:Role", "reader-role"].Inputs;

        Assert.Equal(["assumeRolePolicy", "description"], role.Properties().Select(property => property.Name));
        Assert.Equal("Pods of reader, through EKS Pod Identity", (string?)role["description"]);
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": { "Service": "pods.eks.amazonaws.com" },
                  "Action": ["sts:AssumeRole", "sts:TagSession"],
                  "Condition": {
                    "StringEquals": {
                      "aws:RequestTag/eks-cluster-name": "gpu",
                      "aws:RequestTag/kubernetes-namespace": "models",
                      "aws:RequestTag/kubernetes-service-account": ["classifier"]
                    }
                  }
                }
              ]
            }
            """,
            Newtonsoft.Json.Linq.JToken.Parse((string)role["assumeRolePolicy"]!));
    }

    [Fact]
    public async Task The_role_may_do_what_the_policy_says()
    {
        var policy = (await Run())["aws:iam/rolePolicy:RolePolicy", "reader-policy"];

        JsonAssert.Same("""{ "role": "reader-role", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }""", policy.Inputs);
    }

    [Fact]
    public async Task One_service_account_is_bound_to_the_role()
    {
        var association = (await Run())["aws:eks/podIdentityAssociation:PodIdentityAssociation", "reader-association"];

        JsonAssert.Same(
            """
            { "clusterName": "gpu", "namespace": "models", "serviceAccount": "classifier", "roleArn": "arn:aws:iam:::reader-role" }
            """,
            association.Inputs);
    }

    [Fact]
    public async Task The_longest_model_name_still_has_a_reader()
    {
        var reader = ModelNames.Reader(new string('m', ModelNames.MaxLength));

        Assert.NotNull((await Run(reader))["aws:iam/role:Role", $"{reader}-role"]);
    }

    [Fact]
    public async Task A_name_that_leaves_the_role_none_is_refused()
    {
        var name = ModelNames.Reader(new string('m', ModelNames.MaxLength + 2));

        Assert.Equal(
            $"""
            1 problem in gpu-inference:index:PodIdentityRole:
              {name}: the component's name has 52 characters; allowed are at most 51, because an IAM role name has at most 64 and this one ends with -role and 8 characters from Pulumi
            """,
            (await Assert.ThrowsAsync<ResourceException>(() => Run(name))).Message);
    }

    private static Task<ComponentRun> Run(string name = "reader") => ComponentHarness.RunAsync(
        () => _ = new PodIdentityRole(name, Samples.Role(), Samples.In(Samples.AwsProvider())));
}
