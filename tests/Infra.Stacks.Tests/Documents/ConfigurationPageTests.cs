using System.Collections.Immutable;
using System.Reflection;
using Infra.Core.Configuration;
using Infra.TestKit;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The page of the configuration is up to date and complete.</summary>
public sealed class ConfigurationPageTests
{
    [Fact]
    public void The_file_is_up_to_date() => Golden.MatchDocument(ConfigurationPage.Text, ConfigurationPage.File);

    [Fact]
    public void Every_key_has_a_row_and_says_what_it_means()
    {
        var rows = ConfigurationPage.Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split(" | ")).ToArray();

        Assert.Equal(Count(TopLevel.Keys) + SecretKey.All.Length, rows.Length);
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.Equal([], rows.Where(row => row.Any(cell => cell.Trim(' ', '|').Length == 0)).Select(row => row[0]));
    }

    [Theory]
    [InlineData("| `pools[].capacity.max` | whole number: 1 to 1000 | **required** | Most nodes; the ceiling of the bill. |")]
    [InlineData("| `pools[].capacity.min` | whole number: 0 to 1000 | `0`, which costs nothing while nothing runs | Fewest nodes. Where a node autoscaler owns the pool's size, EKS refuses a minimum above the present size: scale the node group up first. |")]
    [InlineData("| `pools[].rootVolume` | quantity: 20Gi to 16Ti | 100Gi with localNvme; else what images and models of the pool need, at least as much | Root volume of every node in whole GiB. |")]
    [InlineData("| `pools[].capacityType` | `onDemand` or `spot` or `capacityBlock` | `onDemand` | How the instances are bought. A capacity block needs reservation.id, one instance type and one zone; EC2 ends its instances before the block ends, and EKS updates the pool only at size 0. `onDemand`: At the list price, as long as they are wanted; also into a capacity reservation. `spot`: At a fraction of the price; EC2 may take them back at two minutes' notice. `capacityBlock`: A Capacity Block for ML: paid beforehand, for a fixed time; EC2 ends the instances before the block ends. |")]
    [InlineData("| `models[].pools` | list of text: at least one entry | **required** | Pools that the model may run on, in order of preference; at least one. |")]
    [InlineData("| `models[].resources` | object | its keys' defaults | CPU and memory of one replica. |")]
    [InlineData("| `models[].resources.cpu` | quantity: 10m to 1000 | `2` | CPU request. |")]
    [InlineData("| `models[].autoscaling` | object | none | Horizontal autoscaling. |")]
    [InlineData("| `monitoring.prometheusOperator.selectorLabels` | keys with text | empty | Labels by which the operator selects monitors and rules, e.g. `release: kube-prometheus-stack`. |")]
    public void A_row_says_all_of_it(string row) => Assert.Contains($"\n{row}\n", ConfigurationPage.Text);

    private static int Count(ImmutableArray<ConfigKey> keys) => keys.Sum(key => 1 + key.Shape switch
    {
        ConfigShape.Record record => Count(record.Keys),
        ConfigShape.List { Entries: ConfigShape.Record entry } => Count(entry.Keys),
        _ => 0,
    });
}
