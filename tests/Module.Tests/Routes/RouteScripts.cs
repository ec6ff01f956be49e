namespace CloudflareAiGateway.Module.Tests.Routes;

internal static class RouteScripts
{
    /// <summary>A graph start → m → end with a model of that name, and one with every type of element.</summary>
    public const string Functions = """
        function Get-Graph($Model = 'gpt-4o-mini') {
            New-AiGatewayRouteElement -Next m
            New-AiGatewayRouteElement m -Provider openai -Model $Model -Timeout 30000 -Fallback end
            New-AiGatewayRouteElement -End
        }
        function Get-WholeGraph {
            New-AiGatewayRouteElement -Next plan
            New-AiGatewayRouteElement plan -Condition @{ 'metadata.plan' = 'free' } -True cheap -False budget
            New-AiGatewayRouteElement budget -Key metadata.user_id -Limit 5 -LimitType Cost -Window 1.00:00:00 -Success split -Fallback cheap
            New-AiGatewayRouteElement split -Share ([ordered]@{ 10 = 'big'; 90 = 'mid' })
            New-AiGatewayRouteElement big -Provider anthropic -Model claude-sonnet-4-5 -Fallback mid
            New-AiGatewayRouteElement mid -Provider openai -Model gpt-4o-mini -Fallback cheap
            New-AiGatewayRouteElement cheap -Provider workers-ai -Model '@cf/meta/llama-3.1-8b-instruct' -Fallback end
            New-AiGatewayRouteElement -End
        }
        """;
}
