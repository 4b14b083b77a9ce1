using Infra.Bootstrap;
using Pulumi;

return await Deployment.RunAsync(() => Account.Declare(BootstrapSettings.FromConfig()));
