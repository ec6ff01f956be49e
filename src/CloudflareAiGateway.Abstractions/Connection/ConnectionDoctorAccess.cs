namespace CloudflareAiGateway;

/// <summary>Checks of the connection.</summary>
internal static class ConnectionDoctorAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Checks of the connection.</summary>
        public IConnectionDoctor Doctor => client.Resource<IConnectionDoctor>();
    }
}
