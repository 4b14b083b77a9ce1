using System.Text.RegularExpressions;
using Infra.TestKit;
using Infra.TestKit.Aws;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The check of AWS' own words finds a wrong one, and looks where the provider has them.</summary>
public sealed partial class AwsEnumerationsTests
{
    [SkippableFact]
    public void A_right_word_passes_and_a_wrong_one_is_found()
    {
        const string type = "aws:eks/nodeGroup:NodeGroup";
        var group = JObject.Parse("""{"capacityType": "SPOT", "taints": [{"effect": "NO_SCHEDULE"}, {"effect": "NoSchedule"}], "instanceTypes": ["g4dn.xlarge", "g4dn.tiny"]}""");

        Assert.Equal(
            [
                "aws:eks/nodeGroup:NodeGroup: instanceTypes[*]: 'g4dn.tiny' is no ec2 InstanceType",
                "aws:eks/nodeGroup:NodeGroup: taints[*].effect: 'NoSchedule' is no eks TaintEffect",
            ],
            AwsEnumerations.Problems(type, group));
    }

    [SkippableFact]
    public void Every_enumeration_is_in_the_service_models() =>
        Assert.All(AwsEnumerations.All, enumeration => Assert.NotEmpty(AwsEnumerations.Known(enumeration.Service, enumeration.Name)));

    [SkippableFact]
    public void Every_path_is_one_that_the_provider_has()
    {
        var list = File.ReadLines(SharedFacts.Require("pulumi-api", "aws.api.txt")).ToList();
        var classes = list.Select(line => ClassLine().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups["token"].Value, match => match.Groups["class"].Value);
        var properties = list.Select(line => PropertyLine().Match(line)).Where(match => match.Success).ToLookup(match => match.Groups["class"].Value);

        Assert.All(AwsEnumerations.All, enumeration =>
        {
            var type = classes[enumeration.Type] + "Args";
            foreach (var name in enumeration.Path.Replace("[*]", "", StringComparison.Ordinal).Split('.'))
            {
                var property = properties[type].SingleOrDefault(match => match.Groups["wire"].Value == name);
                Assert.True(property is not null, $"{type} has no '{name}'");
                type = InputType().Match(property.Groups["type"].Value).Groups["of"].Value;
            }

            Assert.Equal("string", type);
        });
    }

    [GeneratedRegex(@"^type (?<class>\S+) : CustomResource token=(?<token>\S+)")]
    private static partial Regex ClassLine();

    [GeneratedRegex(@"^prop (?<class>\S+)\.\w+ : (?<type>.+?)(?: required)? name=(?<wire>\S+)")]
    private static partial Regex PropertyLine();

    [GeneratedRegex("^Input(?:List|Union)?<(?<of>[^,>]+)")]
    private static partial Regex InputType();
}
