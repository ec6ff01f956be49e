using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Evaluations;

public sealed class EvaluationChanges : IChanges
{
    public string Prepare => "New-AiGatewayDataset prod-api failed -Filter @(); New-AiGatewayEvaluation prod-api weekly failed";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayEvaluation"] = "New-AiGatewayEvaluation prod-api daily failed",
        ["Remove-AiGatewayEvaluation"] = "Get-AiGatewayEvaluation prod-api | Remove-AiGatewayEvaluation",
    };
}
