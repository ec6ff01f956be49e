namespace CloudflareAiGateway;

/// <summary>Billing.</summary>
internal static class BillingClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Billing.</summary>
        public IBillingClient Billing => client.Resource<IBillingClient>();
    }
}
