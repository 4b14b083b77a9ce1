namespace Infra.Core.Serving.Autoscaling;

/// <summary>What wakes a model that has no replica. Nothing that the model's own pods tell can do so: there are none.</summary>
public abstract record ActivationSignal
{
    private ActivationSignal()
    {
    }

    /// <summary>An answer of Prometheus, such as the requests that a gateway gets for the model.</summary>
    /// <param name="PromQl">PromQL of one number.</param>
    /// <param name="Above">The model runs while the number is greater than this.</param>
    public sealed record Query(string PromQl, double Above) : ActivationSignal;

    /// <summary>A queue of Amazon SQS, which the model's container works through: it wakes the model and counts its replicas.</summary>
    /// <param name="Arn">ARN of the queue.</param>
    /// <param name="MessagesPerReplica">Messages for each replica.</param>
    public sealed record Messages(string Arn, int MessagesPerReplica) : ActivationSignal
    {
        /// <summary>Region of the queue.</summary>
        public string Region => Arn.Split(':')[3];

        /// <summary>Address of the queue (SQS developer guide, "Queue and message identifiers").</summary>
        public string Url => $"https://sqs.{Region}.amazonaws.com/{Arn.Split(':')[4]}/{Arn.Split(':')[5]}";
    }
}
