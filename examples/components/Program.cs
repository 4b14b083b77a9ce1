using Infra.Examples;
using Pulumi;

return await Deployment.RunAsync(() => Example.Named(new Config().Require("example"))(ExistingCluster.FromConfig()));
