namespace CloudflareAiGateway;

/// <summary>Spend rules.</summary>
internal static class SpendRuleClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Spend rules.</summary>
        public ISpendRuleClient SpendRules => client.Resource<ISpendRuleClient>();
    }
}
