using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Tests.Costs;

/// <summary>What people and programs read: a cluster with a spot pool, a key and a bucket.</summary>
public sealed class CostRenderingTests
{
    private static CostPlan Plan(int most = 2) => new CostPlan()
        .Aws("aws:eks/cluster:Cluster", "cluster", """{"name": "c", "version": "1.35", "upgradePolicy": {"supportType": "EXTENDED"} }""").Component("EksCluster", "cluster", "{}")
        .Aws("aws:sqs/queue:Queue", "queue", "{}").Aws("aws:elasticache/serverlessCache:ServerlessCache", "cache", """{"engine": "valkey"}""")
        .Pool("t4", $""" "capacityType": "SPOT", "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"], "maxSize": {most} """)
        .Model("a", gpus: 1, inputs: """ "autoscaling": {"minReplicas": 1, "maxReplicas": 1, "tokensPerSecond": 400} """);

    [Fact]
    public void Text_says_everything() => Assert.Equal(
        """
        dev: $219.23 a month at minimum, $495.23 at maximum
        List prices of us-west-2 without tax, discounts, free tiers; 730 hours a month; ~ is an estimate.
        At maximum every pool is as large as it may be; all pods at their most need $284.12 of that.

        LINE                      AT MINIMUM  AT MAXIMUM  QUANTITY AND PRICE
        nodes/t4                     $138.23     $406.23  1 to 2 nodes × ~$0.1894 to ~$0.2782
        control-plane/c               $73.00      $73.00  1 cluster × $0.10
        disks/t4                       $8.00      $16.00  100 to 200 GB × $0.08
        total                        $219.23     $495.23
        control-plane/c/extended     $438.00     $438.00  instead of standard support, from 2027-03-28 on

        POOL, NODES WITH DISKS  AT MINIMUM  AT MAXIMUM  PODS AT THEIR MOST
        t4                         $146.23     $422.23             $211.12

        MODEL, ITS SHARE OF NODES  AT MINIMUM  AT MAXIMUM
        a                             $146.23     $211.12  $0.2008 per million tokens at full use
        (of no model)                   $0.00     $211.12  other pods, and room of nobody

        PAID BY USE, IN NO TOTAL  PRICE                       DEPENDS ON
        queues                    $0.40 per million requests  messages, how often one is asked for

        WITHOUT A PRICE, IN NO TOTAL
        cache/cache: ElastiCache Serverless for valkey
            paid by GB and hour and by ECPU; a rate was found for Redis only ($0.125 per GB and hour in
            us-west-2, 2026-10-01), and AWS says that Valkey is cheaper
        """.ReplaceLineEndings("\n"),
        string.Join('\n', CostText.Render(Plan().Report())));

    [Fact]
    public void One_line_says_the_rest() => Assert.Equal("cost: $219 a month at minimum, $495 at maximum, by list prices; 1 thing has no price", Plan().Report().Summary);

    [Fact]
    public void A_difference_is_said_against_its_base()
    {
        var delta = CostDelta.Between(Plan(most: 2).Report(), Plan(most: 3).Report());

        Assert.Equal(
            """
            Against main: $0.00 a month at minimum, +$211.12 at maximum.
            LINE      AT MINIMUM  AT MAXIMUM  QUANTITY AND PRICE
            nodes/t4       $0.00    +$203.12  1 to 3 nodes × ~$0.1894 to ~$0.2782, was 1 to 2 nodes
            disks/t4       $0.00      +$8.00  100 to 300 GB × $0.08, was 100 to 200 GB
            """.ReplaceLineEndings("\n"),
            string.Join('\n', CostText.Render(delta, "main")));
        Assert.Equal(["Against main: no line differs."], CostText.Render(CostDelta.Between(Plan().Report(), Plan().Report()), "main").Select(line => $"{line}"));
    }

    [Fact]
    public void A_line_is_explained_with_its_calculation_and_its_source() => Assert.Equal(
        """
        disks/t4: root volumes, 100 GB each
          at minimum: 100 GB × $0.08 = $8.00
          at maximum: 200 GB × $0.08 = $16.00
          ebs.gp3 in us-west-2: $0.08 per GB and month (aws-oregon-2026-10-04:
          pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{AmazonEC2,AmazonEKS,AmazonVPC,AWSELB}/current/us-west-2,
          2026-10-04)
        """.ReplaceLineEndings("\n"),
        string.Join('\n', CostExplanation.Render(Plan().Report(), "disks/t4")));

    [Fact]
    public void A_model_is_explained_by_its_share_and_its_work() => Assert.Equal(
        """
        a: its pods' share of the nodes that they land on
          at minimum: 1 nodes of t4 × $146.23 = $146.23
          at maximum: 1 nodes of t4 × $211.12 = $211.12
          $0.4017 per million tokens at 50% use:
            $0.2892 an hour ÷ (400 per second × 3600 × 0.5) × 1000000
        """.ReplaceLineEndings("\n"),
        string.Join('\n', CostExplanation.Render(Plan().Report(new CostOptions { Use = 0.5m }), "a")));

    [Theory]
    [InlineData("queues", "queues: requests to SQS queues")]
    [InlineData("cache/cache", "cache/cache: ElastiCache Serverless for valkey")]
    [InlineData("control-plane/c/extended", "control-plane/c/extended: instead of standard support, from 2027-03-28 on")]
    public void Every_name_has_an_explanation(string name, string heading)
    {
        var report = Plan().Report();

        Assert.Contains(name, CostExplanation.Names(report));
        Assert.Equal(heading, $"{CostExplanation.Render(report, name).First()}");
    }

    [Fact]
    public void All_lines_are_explained_as_the_total() => Assert.Equal("total: $219.23 at minimum, $495.23 at maximum", $"{CostExplanation.Render(Plan().Report(), CostExplanation.Total).Last()}");

    [Fact]
    public void The_document_has_quantity_price_and_source_of_each_line()
    {
        var document = CostJson.Of(Plan().Report(), CostDelta.Between(Plan(most: 1).Report(), Plan().Report()));

        var line = document["lines"]!.Single(line => (string)line["id"]! == "disks/t4");
        Assert.Equal((200m, 0.08m, "GB", "Month", "aws-oregon-2026-10-04", 16m), (
            (decimal)line["atMaximum"]!["quantity"]!, (decimal)line["atMaximum"]!["price"]!["usd"]!, (string)line["atMaximum"]!["price"]!["per"]!, (string)line["atMaximum"]!["price"]!["unit"]!,
            (string)line["atMaximum"]!["price"]!["source"]!, (decimal)line["atMaximum"]!["usd"]!));
        Assert.All(document.SelectTokens("$..price.source"), source => Assert.NotNull(document["sources"]![(string)source!]));
        Assert.Equal(document["lines"]!.Sum(one => (decimal)one["atMaximum"]!["usd"]!), (decimal)document["atMaximum"]!);
        Assert.Equal(["nodes/t4", "disks/t4"], document["delta"]!["lines"]!.Select(one => (string)one["id"]!));
        Assert.Equal(1, (int)document["schemaVersion"]!);
    }

    [Fact]
    public void The_comments_section_names_what_changed_and_escapes_names()
    {
        var report = new CostPlan().Pool("t4").Aws("aws:rds/instance:Instance", "db", """{"dbName": "<b>@me|x", "engine": "postgres", "instanceClass": "db.t4g.micro"}""").Report();

        Assert.Equal(
            """
            ### Cost

            **+$11.68** a month at minimum, **+$795.64** at maximum: $12 to $796.

            | line | at minimum | at maximum | quantity and price |
            |---|--:|--:|---|
            | nodes/t4 | \$0.00 | \+\$767.96 | 0 to 2 nodes × \$0.526, new |
            | disks/t4 | \$0.00 | \+\$16.00 | 0 to 200 GB × \$0.08, new |
            | database/\<b\>@​me\|x | \+\$11.68 | \+\$11.68 | 1 database × \$0.016, new |

            List prices without tax and discounts; what is paid by use isn't in it.

            """.ReplaceLineEndings("\n"),
            CostMarkdown.Render(report, CostDelta.Between(new CostPlan().Report(), report)));
    }

    [Fact]
    public void The_section_folds_what_is_long_and_what_has_no_price()
    {
        var plan = new CostPlan().Aws("aws:elasticache/serverlessCache:ServerlessCache", "cache", """{"engine": "valkey"}""");
        for (var i = 0; i < 6; i++)
        {
            plan.Pool($"pool-{i}");
        }

        var text = CostMarkdown.Render(plan.Report());

        Assert.Contains("<details><summary>2 more</summary>\n\n| line |", text, StringComparison.Ordinal);
        Assert.Contains("<details><summary>1 thing has no price here</summary>\n\n* cache/cache: ElastiCache Serverless for valkey: ", text, StringComparison.Ordinal);
    }
}
