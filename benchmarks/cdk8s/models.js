// The objects of benchmarks/Infra.Benchmarks/Objects/BenchModel.cs, through cdk8s: node models.js NUMBER_OF_MODELS FOLDER.
// Plain ApiObjects, the cheapest that cdk8s has: no generated classes are loaded.
'use strict';
const { App, Chart, ApiObject, YamlOutputType } = require('cdk8s');
const { Construct } = require('constructs');

class Model extends Construct {
  constructor(scope, name) {
    super(scope, name);
    const selector = { 'app.kubernetes.io/name': name };
    const labels = { ...selector, 'app.kubernetes.io/part-of': 'bench' };
    const metadata = { name, namespace: 'inference', labels };
    const probe = (periodSeconds, failureThreshold) =>
      ({ httpGet: { path: `/v1/models/${name}`, port: 'http' }, periodSeconds, failureThreshold });

    new ApiObject(this, 'service-account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false });
    new ApiObject(this, 'config', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata,
      data: { 'models.config': `model_config_list {\n  config { name: "${name}" base_path: "/models/${name}" }\n}\n` },
    });
    new ApiObject(this, 'deployment', {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata,
      spec: {
        replicas: 2,
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name,
            automountServiceAccountToken: false,
            terminationGracePeriodSeconds: 30,
            nodeSelector: { 'gpu-inference/pool': 't4' },
            tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
            securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name: 'server',
              image: 'registry.invalid/model-server',
              args: ['--port=8500', '--rest_api_port=8501', '--model_config_file=/config/models.config'],
              env: [{ name: 'TF_CPP_MIN_LOG_LEVEL', value: '1' }, { name: 'MODEL_NAME', value: name }],
              ports: [{ name: 'http', containerPort: 8501 }, { name: 'grpc', containerPort: 8500 }],
              resources: {
                requests: { cpu: '1', memory: '2Gi', 'nvidia.com/gpu': '1' },
                limits: { memory: '2Gi', 'nvidia.com/gpu': '1' },
              },
              startupProbe: probe(5, 60),
              readinessProbe: probe(5, 3),
              livenessProbe: probe(10, 6),
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
              volumeMounts: [{ name: 'config', mountPath: '/config', readOnly: true }, { name: 'models', mountPath: '/models' }],
            }],
            volumes: [{ name: 'config', configMap: { name } }, { name: 'models', emptyDir: { sizeLimit: '4Gi' } }],
          },
        },
      },
    });
    new ApiObject(this, 'service', {
      apiVersion: 'v1', kind: 'Service', metadata,
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [{ name: 'http', port: 8501, targetPort: 'http' }, { name: 'grpc', port: 8500, targetPort: 'grpc' }],
      },
    });
    new ApiObject(this, 'disruption-budget', {
      apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
    });
  }
}

const [count, outdir] = [Number(process.argv[2]), process.argv[3]];
const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
const chart = new Chart(app, 'models');
for (let i = 0; i < count; i++) new Model(chart, `model-${String(i).padStart(5, '0')}`);
app.synth();
